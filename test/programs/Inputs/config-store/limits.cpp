#include "limits.h"

#include <cstdlib>

static std::mutex changesMu;
static unsigned long changes = 0;

unsigned long limitChanges() {
  std::lock_guard<std::mutex> lock(changesMu);
  return changes;
}

Limits::Limits(ConfigStore &store) : store_(store) {
  watch_ = store.watch([this](const std::string &key, const std::string &value) {
    update(key, value);
  });
}

Limits::~Limits() { store_.unwatch(watch_); }

int Limits::connections() const {
  std::lock_guard<std::mutex> lock(mu_);
  return connections_;
}

int Limits::timeoutSeconds() const {
  std::lock_guard<std::mutex> lock(mu_);
  return timeout_;
}

void Limits::update(const std::string &key, const std::string &value) {
  int number = std::atoi(value.c_str());
  std::lock_guard<std::mutex> lock(mu_);
  if (key == "connections")
    connections_ = number;
  else if (key == "timeout")
    timeout_ = number;
  else
    return;
  std::lock_guard<std::mutex> count(changesMu);
  ++changes;
}
