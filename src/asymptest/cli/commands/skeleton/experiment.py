"""|mean| of m random labels, of which half may be one and the same: put your experiment here."""

import random

from asymptest_worker import serve


def trial(m, seed, labels):
    draw = random.Random(seed)
    copies = m // 2 if labels == "agreeing" else 1
    total = copies * draw.uniform(-1, 1)
    for _ in range(m - copies):
        total += draw.uniform(-1, 1)
    return abs(total) / m


serve(trial)
