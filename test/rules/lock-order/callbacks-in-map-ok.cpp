// RUN: %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --allow-empty --implicit-check-not=warning: --implicit-check-not=error:
// The command is copied out of the table and run without its lock.
#include <functional>
#include <map>
#include <mutex>
#include <string>
#include <thread>
static std::mutex table_lock, store_lock;
static std::map<std::string, std::function<void(int)>> table;
static void put(int) { std::lock_guard<std::mutex> hold(store_lock); }
static void run(const std::string &name) {
  std::function<void(int)> call;
  {
    std::lock_guard<std::mutex> hold(table_lock);
    auto command = table.find(name);
    if (command == table.end())
      return;
    call = command->second;
  }
  call(1);
}
static void dump() {
  std::lock_guard<std::mutex> a(store_lock);
  std::lock_guard<std::mutex> b(table_lock);
}
int main() {
  table.emplace("put", put);
  std::thread first([] { run("put"); }), second(dump);
  first.join();
  second.join();
}
