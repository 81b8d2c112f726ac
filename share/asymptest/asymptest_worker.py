"""Trials in Python for asymptest: a worker that stays and answers one request after the other.

    from asymptest_worker import serve
    serve(lambda m, seed: measure(width=m, seed=seed))

The function is called with the sizes of the design point, the claim file's parameters, `seed`,
`trial`, `claim` and `control` as keyword arguments, as far as it takes them, and returns a number
or a dict with the claim's value. What it raises makes the trial a failed one; what it prints goes
to standard error. Needs nothing but the standard library, so that it can be copied anywhere.
It speaks version 1 of the protocol in docs/experiment-protocol.md.
"""

import inspect
import json
import math
import os
import sys
import traceback


def _taken_by(function):
    """The names of the arguments that the function takes, or None if it takes any."""
    parameters = inspect.signature(function).parameters.values()
    if any(one.kind is one.VAR_KEYWORD for one in parameters):
        return None
    return {one.name for one in parameters if one.kind is not one.POSITIONAL_ONLY}


def _values_of(request):
    values = {name: request[name] for name in ("claim", "trial", "seed")}
    values["control"] = request.get("control", "")
    values.update(request.get("parameters", {}))
    values.update(request["point"])
    return values


def _as_number(value):
    number = float(value)
    if not math.isfinite(number):
        raise ValueError(f"the value is {number}, expected a finite number")
    return number


def _answer(function, taken, request):
    values = _values_of(request)
    if taken is not None:
        values = {name: value for name, value in values.items() if name in taken}
    result = function(**values)
    if isinstance(result, dict):
        return {name: _as_number(value) for name, value in result.items()}
    return {"value": _as_number(result)}


def serve(function):
    """Answers requests with what the function returns, until there are none left."""
    # The protocol has standard output for itself: what the function prints must not get into it.
    answers = os.fdopen(os.dup(1), "w", encoding="utf-8")
    os.dup2(2, 1)
    taken = _taken_by(function)
    for line in sys.stdin:
        try:
            answer = _answer(function, taken, json.loads(line))
        except Exception as problem:
            traceback.print_exc()
            answer = {"error": f"{type(problem).__name__}: {problem}"}
        answers.write(json.dumps(answer) + "\n")
        answers.flush()
