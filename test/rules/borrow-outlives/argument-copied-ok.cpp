// RUN: %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --allow-empty --implicit-check-not=warning: --implicit-check-not=error:
// A thread has copies of its arguments, of references to objects too.
#include <string>
#include <thread>
#include <vector>

static void talk(const std::string &name) { (void)name.size(); }

static void detached(std::string name) { std::thread(talk, name).detach(); }

static std::vector<std::thread> started(const std::string &first) {
  std::string second = first + "!";
  std::vector<std::thread> people;
  people.push_back(std::thread(talk, second));
  people.emplace_back(talk, second);
  second.clear();
  return people;
}

int main() {
  detached("Ada");
  for (std::thread &t : started("Ben"))
    t.join();
}
