// RUN: %fearless check --strict %s -- -std=c++20 2>&1 | FileCheck %s --allow-empty --implicit-check-not=warning: --implicit-check-not=error:
// Owned all the way.
#include <memory>
#include <thread>
struct Node {
  std::unique_ptr<Node> Next;
};
struct List {
  std::unique_ptr<Node> First;
  int length() const { return First ? 1 : 0; }
};
int main() {
  List L;
  std::thread Other([L = std::move(L)] { return L.length(); });
  Other.join();
}
