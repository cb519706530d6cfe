// RUN: %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --allow-empty --implicit-check-not=warning: --implicit-check-not=error:
// The object is moved to a thread.
#include "Inputs/qt.h"
#include <thread>
void start(QThread *Other) {
  QObject Job;
  Job.moveToThread(Other);
  std::thread Worker([&] { Job.setObjectName(1); });
  Worker.join();
}
int main() { start(nullptr); }
