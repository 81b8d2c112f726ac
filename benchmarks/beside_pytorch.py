#!/usr/bin/env python3
"""The instruments beside PyTorch, as a user would write them there: one thread, double precision, by turns, the best of each.

    /usr/bin/python3 benchmarks/beside_pytorch.py [--program build/release/bin/benchmarks] [--turns 5]

Debian's python3-torch has to be there (the group `pytorch` of scripts/packages.txt). Prints a table in Markdown: processor time of
PyTorch over that of asymptest, whose times are those of Google Benchmark.
"""
import argparse
import json
import math
import subprocess
import sys
import time

try:
    import torch
    from functorch import grad, make_functional, vmap
except ImportError as missing:
    sys.exit(f"beside_pytorch: {missing.name} is missing, expected Debian's python3-torch (and its interpreter, /usr/bin/python3)")


class Network(torch.nn.Module):
    """f(x) = v·h_L/sqrt(m) with h_l = tanh(W_l h_{l-1}/sqrt(width before)): the tangent kernel's scaling."""

    def __init__(self, inputs, depth, width):
        super().__init__()
        sizes = [inputs] + [width] * depth + [1]
        self.weights = torch.nn.ParameterList(
            torch.nn.Parameter(torch.randn(out, into, dtype=torch.float64)) for into, out in zip(sizes, sizes[1:]))

    def forward(self, x):
        for layer, weight in enumerate(self.weights):
            x = x @ weight.T / math.sqrt(weight.shape[1])
            if layer + 1 < len(self.weights):
                x = torch.tanh(x)
        return x[..., 0]


def tangent_kernel(inputs, depth, width, samples):
    """Gradients of all samples at once, and their products, layer by layer."""
    function, parameters = make_functional(Network(inputs, depth, width))
    x = torch.rand(samples, inputs, dtype=torch.float64)
    of_sample = vmap(grad(lambda p, one: function(p, one)), (None, 0))

    def run():
        return sum(torch.einsum("iab,jab->ij", g, g) for g in of_sample(parameters, x))
    return run


def hessian_product(output, parameters, direction):
    """By differentiating the gradient's product with the direction."""
    first = torch.autograd.grad(output, parameters, create_graph=True)
    inner = sum((g * d).sum() for g, d in zip(first, direction))
    return torch.autograd.grad(inner, parameters)


def loss_hessian_product(inputs, depth, width, samples):
    network = Network(inputs, depth, width)
    x, labels = torch.rand(samples, inputs, dtype=torch.float64), torch.ones(samples, dtype=torch.float64)
    parameters = list(network.weights)
    direction = [torch.ones_like(p) for p in parameters]
    return lambda: hessian_product(((network(x) - labels) ** 2).sum() / 2, parameters, direction)


def hessian_norm(inputs, depth, width):
    """The power method on products with one sample's Hessian, until its estimate moves by less than 1e-6 of itself."""
    network = Network(inputs, depth, width)
    x, parameters = torch.ones(1, inputs, dtype=torch.float64), list(network.weights)

    def run():
        direction = [torch.randn_like(p) for p in parameters]
        before = 0.0
        for _ in range(1000):
            norm = math.sqrt(sum(float((d * d).sum()) for d in direction))
            direction = [d / norm for d in direction]
            image = hessian_product(network(x).sum(), parameters, direction)
            estimate = abs(float(sum((d * i).sum() for d, i in zip(direction, image))))
            if abs(estimate - before) < 1e-6 * estimate:
                break
            before, direction = estimate, list(image)
        return estimate
    return run


CASES = [
    ("tangent kernel, L = 3, m = 512, n = 256, by functorch's gradients", "tangent_kernel_of/L:3/m:512/n:256", lambda: tangent_kernel(16, 3, 512, 256)),
    ("the loss's Hessian times a vector, L = 3, m = 1024, n = 256", "loss_hessian_product/L:3/m:1024/n:256", lambda: loss_hessian_product(16, 3, 1024, 256)),
    ("norm of one sample's Hessian, L = 2, m = 1024, by the power method", "hessian_norm/1024", lambda: hessian_norm(4, 2, 1024)),
]
SECONDS = {"ns": 1e-9, "us": 1e-6, "ms": 1e-3, "s": 1.0}


def ours(program, name):
    """Processor seconds of an instrument."""
    done = subprocess.run([program, f"--benchmark_filter=^{name}$", "--benchmark_format=json"], capture_output=True, text=True)
    found = json.loads(done.stdout)["benchmarks"] if done.returncode == 0 and done.stdout else []
    if not found:
        sys.exit(f"beside_pytorch: {program} has no benchmark '{name}', expected the program that `./asymptest bench` builds")
    return found[0]["cpu_time"] * SECONDS[found[0]["time_unit"]]


def theirs(run):
    start = time.process_time()
    run()
    return time.process_time() - start


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--program", default="build/release/bin/benchmarks")
    parser.add_argument("--turns", type=int, default=5)
    arguments = parser.parse_args()
    torch.set_num_threads(1)
    torch.manual_seed(1)
    print(f"PyTorch {torch.__version__}\n\n| | asymptest | PyTorch | ratio |\n| --- | --- | --- | --- |")
    for name, benchmark, make in CASES:
        run = make()
        run()  # pays for the fresh pages
        times = [(ours(arguments.program, benchmark), theirs(run)) for _ in range(arguments.turns)]
        mine, other = (min(column) for column in zip(*times))
        print(f"| {name} | {mine * 1e3:.3g} ms | {other * 1e3:.3g} ms | {other / mine:.3g} |", flush=True)


if __name__ == "__main__":
    main()
