// RUN: %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --allow-empty --implicit-check-not=warning: --implicit-check-not=error:
// A queued one waits for the thread of the label.
#include "Inputs/qt.h"
#include <thread>
int main() {
  QLabel Label;
  std::thread Worker([&] {
    QMetaObject::invokeMethod(&Label, [&] { Label.setNum(1); },
                              Qt::QueuedConnection);
  });
  Worker.join();
}
