"""The error of the integral of exp over [0, 1], taken as its mean at n points."""

import math
import random

from asymptest_worker import serve


def trial(n, seed, points):
    draw = random.Random(seed)
    if points == "stratified":
        total = sum(math.exp((i + draw.random()) / n) for i in range(n))
    else:
        total = sum(math.exp(draw.random()) for _ in range(n))
    return abs(total / n - (math.e - 1))


serve(trial)
