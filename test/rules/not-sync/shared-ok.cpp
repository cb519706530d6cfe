// RUN: %fearless check %s -- -std=c++20 -I%src/lib/include 2>&1 | FileCheck %s --allow-empty --implicit-check-not=warning: --implicit-check-not=error:
// Threads of a loop make one each.
#include <fearless/annotations.h>
#include <memory>
#include <thread>
#include <vector>
class FEARLESS_NOT_SYNC Parser {
public:
  int parse(int Text) const { return Text; }
};
int main() {
  std::vector<std::thread> Workers;
  for (int I = 0; I < 4; ++I)
    Workers.emplace_back([I] {
      auto P = std::make_shared<Parser>();
      P->parse(I);
    });
  for (std::thread &W : Workers)
    W.join();
}
