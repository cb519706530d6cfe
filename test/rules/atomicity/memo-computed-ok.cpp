// RUN: %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --allow-empty --implicit-check-not=warning: --implicit-check-not=error:
// What is computed in between, in variables of the computation's own, is the
// same whoever adds it.
#include <mutex>
#include <shared_mutex>
#include <string>
#include <thread>
#include <unordered_map>

class Keys {
public:
  std::string key(unsigned Id) {
    {
      std::shared_lock<std::shared_mutex> Guard(Mu);
      if (auto It = Memo.find(Id); It != Memo.end())
        return It->second;
    }
    std::string Key = compute(Id);
    std::unique_lock<std::shared_mutex> Guard(Mu);
    Memo.try_emplace(Id, Key);
    return Key;
  }

private:
  static std::string compute(unsigned Id) {
    std::string Text;
    for (; Id; Id >>= 2)
      Text.push_back(static_cast<char>('0' + (Id & 3)));
    return Text;
  }
  std::shared_mutex Mu;
  std::unordered_map<unsigned, std::string> Memo;
};

int main() {
  Keys Shared;
  std::thread First([&] { Shared.key(7); });
  std::thread Second([&] { Shared.key(8); });
  First.join();
  Second.join();
}
