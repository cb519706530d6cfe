#include "server.h"

// Lock order: trafficMu before longestMu.
static std::mutex trafficMu;
static unsigned long served = 0;
static unsigned long rejected = 0;
static std::mutex longestMu;
static std::string longest;

static void countServed(const std::string &path) {
  std::lock_guard<std::mutex> lock(trafficMu);
  ++served;
  std::lock_guard<std::mutex> guard(longestMu);
  if (path.size() > longest.size())
    longest = path;
}

static void countRejected() {
  std::lock_guard<std::mutex> lock(trafficMu);
  ++rejected;
}

std::string longestPath() {
  std::lock_guard<std::mutex> guard(longestMu);
  return longest;
}

Traffic traffic() {
  std::lock_guard<std::mutex> lock(trafficMu);
  std::lock_guard<std::mutex> guard(longestMu);
  return {served, rejected, longest};
}

void Server::request(const std::string &path) {
  bool taken = pool_.submit([this, path] {
    if (!cache_.get(path))
      cache_.put(path, render(path));
    countServed(path);
  });
  if (!taken)
    countRejected();
}

std::string Server::peek(const std::string &path) {
  return cache_.get(path).value_or("");
}

void Server::invalidate(const std::string &path) {
  std::lock_guard<std::mutex> lock(stateMu_);
  ++versions_[path];
  cache_.erase(path);
}

std::string Server::render(const std::string &path) {
  unsigned version;
  {
    std::lock_guard<std::mutex> lock(stateMu_);
    version = versions_[path];
  }
  return "<h1>" + path + "</h1> v" + std::to_string(version);
}

std::string Server::report() const {
  std::lock_guard<std::mutex> lock(stateMu_);
  LruCache::Counts counts = cache_.counts();
  return std::to_string(counts.hits) + " hits, " +
         std::to_string(counts.misses) + " misses, " +
         std::to_string(versions_.size()) + " paths changed";
}
