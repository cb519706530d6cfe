// RUN: %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --allow-empty --implicit-check-not=warning: --implicit-check-not=error:
// The first lock is that of the size; that of a bucket is the next after its
// number, for who adds and for who looks up.
#include <functional>
#include <mutex>
#include <string>
#include <thread>
#include <vector>
constexpr std::size_t Buckets = 16;
static std::mutex locks[1 + Buckets];
static std::vector<std::string> buckets[Buckets];
static std::size_t size;
static void add(const std::string &word) {
  std::size_t bucket = std::hash<std::string>()(word) % Buckets;
  {
    std::lock_guard<std::mutex> lock(locks[bucket + 1]);
    buckets[bucket].push_back(word);
  }
  std::lock_guard<std::mutex> lock(locks[0]);
  ++size;
}
static bool has(const std::string &word) {
  std::size_t bucket = std::hash<std::string>()(word) % Buckets;
  std::lock_guard<std::mutex> lock(locks[bucket + 1]);
  for (const std::string &known : buckets[bucket])
    if (known == word)
      return true;
  return false;
}
int main() {
  std::thread writer([] { add("here"); });
  bool found = has("there");
  writer.join();
  return found && size > 1;
}
