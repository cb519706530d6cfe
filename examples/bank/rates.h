#pragma once

#include <mutex>
#include <string>
#include <unordered_map>

/// Exchange rates, refreshed by head office while tellers quote them.
class Rates {
public:
  void update(const std::string &currency, double rate);
  double quote(const std::string &currency) const;

private:
  mutable std::mutex mu_;
  std::unordered_map<std::string, double> rates_;
};
