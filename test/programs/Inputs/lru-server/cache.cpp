#include "cache.h"

std::optional<std::string> LruCache::get(const std::string &key) {
  std::lock_guard<std::mutex> lock(mu_);
  auto found = index_.find(key);
  if (found == index_.end()) {
    ++counts_.misses;
    return std::nullopt;
  }
  ++counts_.hits;
  order_.splice(order_.begin(), order_, found->second);
  return found->second->second;
}

void LruCache::put(const std::string &key, std::string value) {
  std::lock_guard<std::mutex> lock(mu_);
  if (auto found = index_.find(key); found != index_.end()) {
    found->second->second = std::move(value);
    order_.splice(order_.begin(), order_, found->second);
    return;
  }
  order_.emplace_front(key, std::move(value));
  index_[key] = order_.begin();
  if (order_.size() > capacity_)
    evictLocked();
}

bool LruCache::erase(const std::string &key) {
  std::unique_lock<std::mutex> lock(mu_);
  auto found = index_.find(key);
  if (found == index_.end())
    return false;
  std::list<Entry> dying;
  dying.splice(dying.begin(), order_, found->second);
  index_.erase(found);
  lock.unlock(); // The entry dies without holding others up.
  return true;
}

std::size_t LruCache::size() const {
  std::lock_guard<std::mutex> lock(mu_);
  return order_.size();
}

LruCache::Counts LruCache::counts() const {
  std::lock_guard<std::mutex> lock(mu_);
  return counts_;
}

void LruCache::evictLocked() {
  index_.erase(order_.back().first);
  order_.pop_back();
  ++counts_.evictions;
}
