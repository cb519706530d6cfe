// RUN: %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --allow-empty --implicit-check-not=warning: --implicit-check-not=error:
// The program's own function is for any thread.
#include "Inputs/qt.h"
#include <atomic>
#include <thread>
class Window : public QWidget {
public:
  Window() : Label(new QLabel) {}
  void run() {
    Worker = std::thread([this] { progress(1); });
  }
  void finish() {
    Worker.join();
    Label->setNum(Done);
  }

private:
  void progress(int N) { Done = N; }
  QLabel *Label;
  std::atomic<int> Done{0};
  std::thread Worker;
};
int main() {
  Window W;
  W.run();
  W.finish();
}
