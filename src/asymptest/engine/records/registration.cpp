#include "asymptest/engine/records/registration.hpp"

#include <string>

namespace asymptest {

void add_registration(ClaimRecord& record, const Claim& claim, const Store& store) {
  const auto all = store.registrations(claim.id);
  const std::string digest = Subject{&claim}.digest();
  for (std::size_t i = 0; i < all.size(); ++i) {
    if (all[i].digest != digest) continue;
    record.registered_at = all[i].registered;
    if (!all[i].first_trial.empty()) record.first_trial_at = all[i].first_trial;
    record.earlier_definitions = static_cast<std::int64_t>(i);
  }
}

}  // namespace asymptest
