# A worker in R: one line of JSON a request, one an answer (docs/experiment-protocol.md).
input <- file("stdin", "r")
while (length(line <- readLines(input, n = 1)) > 0) {
  number <- function(key) as.numeric(sub(sprintf('.*"%s":([0-9.e+-]+).*', key), "\\1", line))
  set.seed(number("seed"))
  n <- number("n")
  # Numbers that were drawn together are the same one.
  draws <- if (grepl('"draws":"one"', line, fixed = TRUE)) rep(runif(1), n) else runif(n)
  cat(sprintf('{"value":%.17g}\n', 1 - max(draws)))
  flush(stdout())
}
