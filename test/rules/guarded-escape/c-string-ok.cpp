// RUN: %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --allow-empty --implicit-check-not=warning: --implicit-check-not=error:
// The string itself is given out.
#include <map>
#include <mutex>
#include <string>
#include <thread>

class Names {
public:
  void set(int Id, const std::string &Name) {
    std::lock_guard<std::mutex> Guard(Mu);
    All[Id] = Name;
  }
  std::string get(int Id) {
    std::lock_guard<std::mutex> Guard(Mu);
    return All.at(Id);
  }

private:
  std::mutex Mu;
  std::map<int, std::string> All;
};

int main() {
  Names N;
  N.set(1, "one");
  std::thread Writer([&] { N.set(1, "uno"); });
  char First = N.get(1)[0];
  Writer.join();
  return First == 'x';
}
