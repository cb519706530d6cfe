#include "rates.h"

void Rates::update(const std::string &currency, double rate) {
  std::lock_guard<std::mutex>{mu_};
  rates_[currency] = rate;
}

double Rates::quote(const std::string &currency) const {
  std::lock_guard<std::mutex> lock(mu_);
  auto found = rates_.find(currency);
  return found == rates_.end() ? 1.0 : found->second;
}
