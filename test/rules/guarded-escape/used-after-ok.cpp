// RUN: %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --allow-empty --implicit-check-not=warning: --implicit-check-not=error:
// Used in the hold, or copied.
#include <map>
#include <mutex>
#include <string>
#include <thread>

static std::mutex Mu;
static std::map<std::string, std::string> Settings;

static void set(const std::string &Name, const std::string &Value) {
  std::lock_guard<std::mutex> Guard(Mu);
  Settings[Name] = Value;
}

static unsigned long size(const std::string &Name) {
  std::string Value;
  unsigned long Size = 0;
  {
    std::lock_guard<std::mutex> Guard(Mu);
    const std::string *There = &Settings[Name];
    Size = There->size();
    Value = *There;
  }
  return Value.size() + Size;
}

int main() {
  std::thread Writer([] { set("a", "b"); });
  unsigned long Size = size("a");
  Writer.join();
  return Size > 100;
}
