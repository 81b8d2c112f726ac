#pragma once

namespace asymptest {

/// Takes out of the environment what the launcher put there for this process alone: GLIBC_TUNABLES
/// where ASYMPTEST_SET_TUNABLES is set, and that. For the start of a program: what it runs later,
/// a person's experiment above all, shall find the person's environment.
void drop_launcher_environment();

}  // namespace asymptest
