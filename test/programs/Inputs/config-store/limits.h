#pragma once

#include "store.h"

/// Numbers that follow the store, for those who need them often.
class Limits {
public:
  explicit Limits(ConfigStore &store);
  ~Limits();

  int connections() const;
  int timeoutSeconds() const;

private:
  void update(const std::string &key, const std::string &value);

  ConfigStore &store_;
  mutable std::mutex mu_;
  int connections_ = 64;
  int timeout_ = 30;
  int watch_;
};

/// How often any limit changed.
unsigned long limitChanges();
