/* simpson H SEED smooth|kink: the error of Simpson's composite rule of step H on [0, 1], for an
   integrand drawn by the seed: exp(a x) with a from [1, 5/4], or |x - c| with c from [1/4, 3/4]. */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Uniform on [0, 1): the finaliser of SplitMix64. */
static double uniform(unsigned long long seed) {
  unsigned long long z = seed + 0x9e3779b97f4a7c15ULL;
  z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9ULL;
  z = (z ^ (z >> 27)) * 0x94d049bb133111ebULL;
  return (double)((z ^ (z >> 31)) >> 11) * 0x1p-53;
}

static double integrand(double x, double parameter, int kink) {
  return kink ? fabs(x - parameter) : exp(parameter * x);
}

static double integral(double parameter, int kink) {
  const double c = parameter;
  return kink ? (c * c + (1 - c) * (1 - c)) / 2 : (exp(c) - 1) / c;
}

int main(int argc, char** argv) {
  if (argc != 4) {
    fprintf(stderr, "usage: simpson H SEED smooth|kink\n");
    return 2;
  }
  const int kink = strcmp(argv[3], "kink") == 0;
  const double u = uniform(strtoull(argv[2], NULL, 10));
  const double parameter = kink ? 0.25 + u / 2 : 1 + u / 4;
  const long panels = lround(1 / strtod(argv[1], NULL));
  const double h = 1.0 / (double)panels;
  double sum = 0;
  for (long i = 0; i < panels; i++) {
    const double left = (double)i * h;
    sum += h / 6 *
           (integrand(left, parameter, kink) + 4 * integrand(left + h / 2, parameter, kink) +
            integrand(left + h, parameter, kink));
  }
  printf("%.17g\n", fabs(sum - integral(parameter, kink)));
  return 0;
}
