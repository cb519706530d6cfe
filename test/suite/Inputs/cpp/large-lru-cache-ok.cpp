// An LRU cache with a loader pool: the hit path takes the exclusive lock, since
// it moves the entry to the front.
#include <atomic>
#include <condition_variable>
#include <list>
#include <memory>
#include <mutex>
#include <shared_mutex>
#include <string>
#include <thread>
#include <unordered_map>
#include <vector>

using Data = std::shared_ptr<const std::string>;

class LruCache {
public:
  explicit LruCache(size_t limit) : capacity(limit) {}

  Data find(const std::string &key) {
    std::unique_lock<std::shared_mutex> hold(lock);
    auto at = index.find(key);
    if (at == index.end()) {
      misses.fetch_add(1, std::memory_order_relaxed);
      return nullptr;
    }
    hits.fetch_add(1, std::memory_order_relaxed);
    entries.splice(entries.begin(), entries, at->second);
    return at->second->data;
  }

  void insert(const std::string &key, Data data) {
    std::unique_lock<std::shared_mutex> hold(lock);
    auto at = index.find(key);
    if (at != index.end()) {
      at->second->data = std::move(data);
      return;
    }
    entries.push_front({key, std::move(data)});
    index[key] = entries.begin();
    if (entries.size() > capacity)
      evict();
  }

  size_t size() const {
    std::shared_lock<std::shared_mutex> hold(lock);
    return index.size();
  }

  unsigned long lookups() const { return hits.load() + misses.load(); }

private:
  struct Entry {
    std::string key;
    Data data;
  };

  void evict() {
    index.erase(entries.back().key);
    entries.pop_back();
  }

  const size_t capacity;
  mutable std::shared_mutex lock;
  std::list<Entry> entries;
  std::unordered_map<std::string, std::list<Entry>::iterator> index;
  std::atomic<unsigned long> hits{0}, misses{0};
};

/// Loads what the cache does not have; each key is loaded by one thread at a
/// time.
class Loader {
public:
  explicit Loader(LruCache &c) : cache(c) {}

  Data get(const std::string &key) {
    if (Data data = cache.find(key))
      return data;
    std::shared_ptr<Pending> pending;
    bool mine = false;
    {
      std::lock_guard<std::mutex> hold(lock);
      std::shared_ptr<Pending> &slot = loading[key];
      if (!slot) {
        slot = std::make_shared<Pending>();
        mine = true;
      }
      pending = slot;
    }
    return mine ? load(key, *pending) : await(*pending);
  }

private:
  struct Pending {
    std::mutex lock;
    std::condition_variable done;
    Data data;
  };

  Data load(const std::string &key, Pending &pending) {
    auto data = std::make_shared<const std::string>("contents of " + key);
    cache.insert(key, data);
    {
      std::lock_guard<std::mutex> hold(pending.lock);
      pending.data = data;
    }
    pending.done.notify_all();
    std::lock_guard<std::mutex> hold(lock);
    loading.erase(key);
    return data;
  }

  static Data await(Pending &pending) {
    std::unique_lock<std::mutex> hold(pending.lock);
    pending.done.wait(hold, [&pending] { return pending.data != nullptr; });
    return pending.data;
  }

  LruCache &cache;
  std::mutex lock;
  std::unordered_map<std::string, std::shared_ptr<Pending>> loading;
};

static void browse(Loader &loader, int seed, size_t *bytes) {
  unsigned state = static_cast<unsigned>(seed);
  for (int i = 0; i < 200; ++i) {
    state = state * 1103515245u + 12345u;
    *bytes += loader.get("page" + std::to_string(state >> 16 & 15))->size();
  }
}

int main() {
  LruCache cache(8);
  Loader loader(cache);
  constexpr int Readers = 3;
  size_t bytes[Readers] = {};
  std::vector<std::thread> readers;
  for (int i = 0; i < Readers; ++i)
    readers.emplace_back(browse, std::ref(loader), i + 1, &bytes[i]);
  for (std::thread &reader : readers)
    reader.join();
  return cache.size() <= 8 && cache.lookups() >= 600 ? 0 : 1;
}
