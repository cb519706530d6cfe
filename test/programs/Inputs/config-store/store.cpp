#include "store.h"

#include "parse.h"

std::string ConfigStore::get(const std::string &key,
                             const std::string &otherwise) const {
  std::shared_lock<std::shared_mutex> lock(mu_);
  auto found = values_.find(key);
  return found == values_.end() ? otherwise : found->second;
}

bool ConfigStore::has(const std::string &key) const {
  std::shared_lock<std::shared_mutex> lock(mu_);
  return values_.count(key) > 0;
}

bool ConfigStore::set(const std::string &key, const std::string &value) {
  {
    std::unique_lock<std::shared_mutex> lock(mu_);
    std::string &slot = values_[key];
    if (slot == value)
      return false;
    slot = value;
    ++revision_;
  }
  notify(key, value);
  return true;
}

bool ConfigStore::setDefault(const std::string &key, const std::string &value) {
  mu_.lock_shared();
  bool there = values_.count(key) > 0;
  mu_.unlock_shared();
  if (there)
    return false;
  mu_.lock();
  bool added = values_.emplace(key, value).second;
  if (!added) {
    mu_.unlock();
    return false;
  }
  ++revision_;
  mu_.unlock();
  notify(key, value);
  return true;
}

bool ConfigStore::load(const std::string &text) {
  std::map<std::string, std::string> fresh;
  if (!parseConfig(text, fresh))
    return false;
  std::unique_lock<std::shared_mutex> lock(mu_);
  std::vector<std::string> changed;
  for (const auto &[key, value] : fresh)
    if (values_[key] != value)
      changed.push_back(key);
  values_ = fresh;
  ++revision_;
  lock.unlock();
  for (const std::string &key : changed)
    notify(key, fresh[key]);
  return true;
}

int ConfigStore::watch(Watcher watcher) {
  std::lock_guard<std::mutex> lock(watchersMu_);
  int id = nextWatcher_++;
  watchers_[id] = std::move(watcher);
  return id;
}

void ConfigStore::unwatch(int id) {
  std::lock_guard<std::mutex> lock(watchersMu_);
  watchers_.erase(id);
}

void ConfigStore::notify(const std::string &key, const std::string &value) {
  std::vector<Watcher> told;
  {
    std::lock_guard<std::mutex> lock(watchersMu_);
    for (const auto &entry : watchers_)
      told.push_back(entry.second);
  }
  for (const Watcher &watcher : told)
    watcher(key, value);
}

std::string ConfigStore::dump() const {
  std::string text;
  std::shared_lock<std::shared_mutex> lock(mu_);
  for (const auto &[key, value] : values_)
    text += key + " = " + value + "\n";
  return text;
}

unsigned long ConfigStore::revision() const {
  mu_.lock_shared();
  unsigned long now = revision_;
  mu_.unlock_shared();
  return now;
}
