#pragma once

#include "cache.h"
#include "pool.h"

#include <string>

/// Requests since the process started, over all servers.
struct Traffic {
  unsigned long served;
  unsigned long rejected;
  std::string longestPath;
};
Traffic traffic();
std::string longestPath();

/// Answers requests from a cache, and computes what is missing on a pool.
class Server {
public:
  Server(std::size_t entries, unsigned threads)
      : cache_(entries), pool_(threads) {}

  /// Asks for the page; the answer ends up in the cache.
  void request(const std::string &path);

  /// The page if it is there already.
  std::string peek(const std::string &path);

  void invalidate(const std::string &path);
  void flush() { pool_.drain(); }
  std::string report() const;

private:
  std::string render(const std::string &path);

  LruCache cache_;
  mutable std::mutex stateMu_;
  std::unordered_map<std::string, unsigned> versions_;
  WorkerPool pool_; // Last: its threads use what is above.
};
