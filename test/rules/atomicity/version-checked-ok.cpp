// RUN: %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --allow-empty --implicit-check-not=warning: --implicit-check-not=error:
// The second hold looks whether anything has changed.
#include <mutex>
#include <thread>

class Document {
public:
  bool edit(int Delta) {
    std::unique_lock<std::mutex> Lock(Mu);
    int Old = Text;
    unsigned Seen = Version;
    Lock.unlock();
    int New = Old + Delta;
    Lock.lock();
    if (Version != Seen)
      return false;
    Text = New;
    ++Version;
    return true;
  }

private:
  std::mutex Mu;
  int Text = 0;
  unsigned Version = 0;
};

int main() {
  Document Doc;
  std::thread First([&] { Doc.edit(1); });
  std::thread Second([&] { Doc.edit(2); });
  First.join();
  Second.join();
}
