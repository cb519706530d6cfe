// RUN: not %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// The first lock is that of the size; who looks up forgets to count that, and
// takes the lock of the bucket before.
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
  std::lock_guard<std::mutex> lock(locks[bucket]);
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

// CHECK: {{^}}{{.*}}lock-of-bucket.cpp:[[#@LINE-20]]:{{[0-9]+}}: warning: data race on 'buckets[...]': written here while another thread may read it at {{.*}}lock-of-bucket.cpp:[[#@LINE-12]]:{{[0-9]+}} [fearless-data-race]{{$}}
// CHECK: {{^}}{{.*}}lock-of-bucket.cpp:[[#@LINE-7]]:{{[0-9]+}}: note: the thread started here reaches the write through a lambda in 'main' -> 'add'{{$}}
// CHECK: {{^}}{{.*}}lock-of-bucket.cpp:[[#@LINE-22]]:{{[0-9]+}}: note: the write holds 'locks'{{$}}
// CHECK: {{^}}{{.*}}lock-of-bucket.cpp:[[#@LINE-15]]:{{[0-9]+}}: note: the main thread reaches the read through 'main' -> 'has'{{$}}
// CHECK: {{^}}{{.*}}lock-of-bucket.cpp:[[#@LINE-16]]:{{[0-9]+}}: note: the read holds 'locks'{{$}}
// CHECK: {{^}}{{.*}}lock-of-bucket.cpp:[[#@LINE-31]]:{{[0-9]+}}: note: guard 'buckets[...]' with a mutex{{$}}
