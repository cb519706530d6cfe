#pragma once

#include <cstddef>
#include <list>
#include <mutex>
#include <optional>
#include <string>
#include <unordered_map>

/// A bounded map that forgets what was used longest ago. Safe to use from
/// several threads at once.
class LruCache {
public:
  explicit LruCache(std::size_t capacity) : capacity_(capacity) {}

  std::optional<std::string> get(const std::string &key);
  void put(const std::string &key, std::string value);
  bool erase(const std::string &key);
  std::size_t size() const;

  struct Counts {
    unsigned long hits = 0;
    unsigned long misses = 0;
    unsigned long evictions = 0;
  };
  Counts counts() const;

private:
  using Entry = std::pair<std::string, std::string>;

  void evictLocked();

  const std::size_t capacity_;
  mutable std::mutex mu_;
  std::list<Entry> order_;
  std::unordered_map<std::string, std::list<Entry>::iterator> index_;
  Counts counts_;
};
