// RUN: %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// A string that copies when it is written to: its atomic count is looked at by
// who has a reference, and then says only whether he is alone.
#include <atomic>
#include <string>
#include <thread>

class Text {
public:
  explicit Text(const char *From) : B(new Block{From, {1}}) {}
  Text(const Text &O) : B(O.B) { B->Uses.fetch_add(1); }
  ~Text() { drop(); }
  void append(char C) {
    if (B->Uses.load() != 1) {
      Block *Own = new Block{B->Letters, {1}};
      drop();
      B = Own;
    }
    B->Letters += C;
  }

private:
  struct Block {
    std::string Letters;
    std::atomic<int> Uses;
  };
  void drop() {
    if (B->Uses.fetch_sub(1) == 1)
      delete B;
  }
  Block *B;
};

int main() {
  Text Title("a");
  std::thread Editor([Title] {
    Text Own(Title);
    Own.append('b');
  });
  Text Mine(Title);
  Mine.append('c');
  Editor.join();
  return 0;
}

// CHECK: 0 findings
