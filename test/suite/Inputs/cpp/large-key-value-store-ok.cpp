// A store with a log, a flusher thread and snapshots: every structure keeps to
// its own lock, taken in one order.
#include <chrono>
#include <condition_variable>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <shared_mutex>
#include <string>
#include <thread>
#include <vector>

namespace store {

struct Record {
  std::string key;
  std::string value;
  bool erased = false;
};

/// The log: records are appended to the open segment and flushed by a thread.
class Log {
public:
  Log() : flusher([this] { flush(); }) {}

  ~Log() {
    {
      std::lock_guard<std::mutex> hold(lock);
      closing = true;
    }
    changed.notify_all();
    flusher.join();
  }

  void append(Record record) {
    std::lock_guard<std::mutex> hold(lock);
    open.push_back(std::move(record));
    changed.notify_one();
  }

  /// Merges all segments but the newest into one.
  void compact() {
    std::lock_guard<std::mutex> hold(lock);
    std::map<std::string, Record> newest;
    for (const Segment &segment : segments)
      for (const Record &record : segment)
        newest[record.key] = record;
    Segment merged;
    for (auto &[key, record] : newest)
      if (!record.erased)
        merged.push_back(std::move(record));
    segments.clear();
    segments.push_back(std::move(merged));
    ++compactions;
  }

  size_t flushedRecords() const {
    std::lock_guard<std::mutex> hold(lock);
    size_t count = 0;
    for (const Segment &segment : segments)
      count += segment.size();
    return count;
  }

private:
  using Segment = std::vector<Record>;

  void flush() {
    std::unique_lock<std::mutex> hold(lock);
    for (;;) {
      changed.wait(hold, [this] { return closing || !open.empty(); });
      if (open.empty())
        return;
      Segment segment;
      segment.swap(open);
      hold.unlock();
      std::this_thread::yield(); // Writing to the disk, without the lock.
      hold.lock();
      segments.push_back(std::move(segment));
    }
  }

  mutable std::mutex lock;
  std::condition_variable changed;
  bool closing = false;
  int compactions = 0;
  Segment open;
  std::vector<Segment> segments;
  std::thread flusher;
};

/// The store: the newest value of each key, and the log that would restore it.
class Store {
public:
  using Values = std::map<std::string, std::string>;

  void put(const std::string &key, const std::string &value) {
    std::unique_lock<std::shared_mutex> hold(lock);
    values[key] = value;
    ++version;
    invalidate();
    log.append({key, value});
  }

  bool erase(const std::string &key) {
    std::unique_lock<std::shared_mutex> hold(lock);
    if (values.erase(key) == 0)
      return false;
    ++version;
    invalidate();
    log.append({key, "", true});
    return true;
  }

  std::optional<std::string> get(const std::string &key) const {
    std::shared_lock<std::shared_mutex> hold(lock);
    auto at = values.find(key);
    if (at == values.end())
      return std::nullopt;
    return at->second;
  }

  /// The values as they are now; snapshots are shared until something changes.
  std::shared_ptr<const Values> snapshot() {
    {
      std::shared_lock<std::shared_mutex> hold(lock);
      if (latest)
        return latest;
    }
    std::unique_lock<std::shared_mutex> hold(lock);
    if (!latest)
      latest = std::make_shared<const Values>(values);
    return latest;
  }

  void compact() { log.compact(); }
  size_t logged() const { return log.flushedRecords(); }

private:
  // Called with the lock held exclusively.
  void invalidate() { latest.reset(); }

  mutable std::shared_mutex lock;
  Values values;
  unsigned long version = 0;
  std::shared_ptr<const Values> latest;
  Log log;
};

} // namespace store

static void fill(store::Store &store, const std::string &prefix) {
  for (int i = 0; i < 100; ++i) {
    std::string key = prefix + std::to_string(i % 10);
    if (i % 7 == 3)
      store.erase(key);
    else
      store.put(key, std::to_string(i));
  }
}

static size_t browse(store::Store &store) {
  size_t bytes = 0;
  for (int i = 0; i < 50; ++i) {
    if (auto value = store.get("a" + std::to_string(i % 10)))
      bytes += value->size();
    std::shared_ptr<const store::Store::Values> now = store.snapshot();
    for (const auto &[key, value] : *now)
      bytes += key.size() + value.size();
  }
  return bytes;
}

int main() {
  store::Store store;
  std::thread first(fill, std::ref(store), "a");
  std::thread second(fill, std::ref(store), "b");
  std::thread janitor([&store] {
    for (int i = 0; i < 10; ++i) {
      store.compact();
      std::this_thread::sleep_for(std::chrono::microseconds(200));
    }
  });
  size_t bytes = browse(store);
  first.join();
  second.join();
  janitor.join();
  return bytes + store.logged() > 0 ? 0 : 1;
}
