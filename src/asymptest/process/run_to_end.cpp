#include "asymptest/process/run_to_end.hpp"

#include <poll.h>

#include "asymptest/process/tail.hpp"
#include "asymptest/process/time_limit.hpp"

namespace asymptest {

Outcome run_to_end(const Command& command, double timeout) {
  Child child(command, Child::Input::nothing);
  const TimeLimit limit(timeout);
  Tail output;
  Tail errors;
  pollfd watched[3] = {
      {child.output(), POLLIN, 0}, {child.errors(), POLLIN, 0}, {child.end_signal(), POLLIN, 0}};
  Outcome outcome;
  while (watched[2].revents == 0 && !outcome.timed_out) {
    outcome.timed_out = poll(watched, 3, limit.milliseconds_left()) == 0 && limit.is_over();
    // What is at its end is looked at no more: it would be ready for ever.
    if (watched[0].revents != 0 && !output.read_from(child.output())) watched[0].fd = -1;
    if (watched[1].revents != 0 && !errors.read_from(child.errors())) watched[1].fd = -1;
  }
  outcome.ending = outcome.timed_out ? child.end() : child.wait();
  output.read_from(child.output());
  errors.read_from(child.errors());
  outcome.output = output.text();
  outcome.errors = errors.text();
  return outcome;
}

}  // namespace asymptest
