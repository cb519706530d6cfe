// RUN: %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --allow-empty --implicit-check-not=warning: --implicit-check-not=error:
// What a thread gets by std::ref, its starter changes under the same lock.
#include <functional>
#include <mutex>
#include <string>
#include <thread>
static std::mutex mu;
static void greet(std::string &text, const std::string &name) {
  std::lock_guard<std::mutex> lock(mu);
  text += "hello " + name;
}
int main() {
  std::string text;
  std::string name = "you";
  std::thread greeter(greet, std::ref(text), std::cref(name));
  {
    std::lock_guard<std::mutex> lock(mu);
    text += "and welcome, " + name;
  }
  greeter.join();
  return text.empty();
}
