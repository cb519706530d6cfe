#pragma once

#include <functional>
#include <map>
#include <mutex>
#include <shared_mutex>
#include <string>
#include <vector>

/// Settings by name: read by many, changed by few, watched by some.
class ConfigStore {
public:
  using Watcher = std::function<void(const std::string &, const std::string &)>;

  std::string get(const std::string &key, const std::string &otherwise) const;
  bool has(const std::string &key) const;

  /// True if that changed anything; watchers are told, with no lock held.
  bool set(const std::string &key, const std::string &value);

  /// Adds the key only where it is missing.
  bool setDefault(const std::string &key, const std::string &value);

  /// All of it, or, if a line is malformed, nothing.
  bool load(const std::string &text);

  int watch(Watcher watcher);
  void unwatch(int id);

  std::string dump() const;
  unsigned long revision() const;

private:
  void notify(const std::string &key, const std::string &value);

  mutable std::shared_mutex mu_;
  std::map<std::string, std::string> values_;
  unsigned long revision_ = 0;

  std::mutex watchersMu_;
  std::map<int, Watcher> watchers_;
  int nextWatcher_ = 1;
};
