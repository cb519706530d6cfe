// RUN: not %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// Moved into a thread or task: as an argument, as a capture; and what a pointer
// that was kept points to.
#include <future>
#include <memory>
#include <string>
#include <thread>
struct Job {
  int id = 0;
  void poke();
};
void log(const std::string &);
static void run(std::unique_ptr<Job> job) { job->poke(); }
void argument() {
  auto job = std::make_unique<Job>();
  std::thread t(run, std::move(job));
  job->poke();
  t.join();
}
void capture() {
  auto job = std::make_unique<Job>();
  std::thread t([job = std::move(job)] { job->poke(); });
  job->poke();
  t.join();
}
void task() {
  std::string text = "x";
  auto f = std::async([](std::string s) { log(s); }, std::move(text));
  log(text);
}
void kept() {
  auto job = std::make_unique<Job>();
  Job *raw = job.get();
  std::thread t(run, std::move(job));
  raw->id = 3;
  t.join();
}

// CHECK: {{^}}{{.*}}thread.cpp:[[#@LINE-22]]:{{[0-9]+}}: warning: 'job' is used here after it was moved to another thread [fearless-use-after-send]{{$}}
// CHECK: {{^}}{{.*}}thread.cpp:[[#@LINE-24]]:{{[0-9]+}}: note: 'job' is moved here, to the thread that is started there{{$}}
// CHECK: {{^}}{{.*}}thread.cpp:[[#@LINE-24]]:{{[0-9]+}}: note: take what is needed from 'job' before it is moved, or give it a new value{{$}}
// CHECK: {{^}}{{.*}}thread.cpp:[[#@LINE-19]]:{{[0-9]+}}: warning: 'job' is used here after it was moved to another thread [fearless-use-after-send]{{$}}
// CHECK: {{^}}{{.*}}thread.cpp:[[#@LINE-21]]:{{[0-9]+}}: note: 'job' is moved here, to the thread that is started there{{$}}
// CHECK: {{^}}{{.*}}thread.cpp:[[#@LINE-21]]:{{[0-9]+}}: note: take what is needed from 'job' before it is moved, or give it a new value{{$}}
// CHECK: {{^}}{{.*}}thread.cpp:[[#@LINE-16]]:{{[0-9]+}}: warning: 'text' is used here after it was moved to another thread [fearless-use-after-send]{{$}}
// CHECK: {{^}}{{.*}}thread.cpp:[[#@LINE-18]]:{{[0-9]+}}: note: 'text' is moved here, to the thread that is started there{{$}}
// CHECK: {{^}}{{.*}}thread.cpp:[[#@LINE-18]]:{{[0-9]+}}: note: take what is needed from 'text' before it is moved, or give it a new value{{$}}
// CHECK: {{^}}{{.*}}thread.cpp:[[#@LINE-13]]:{{[0-9]+}}: warning: what 'job' pointed to is used here, after 'job' was moved to another thread [fearless-use-after-send]{{$}}
// CHECK: {{^}}{{.*}}thread.cpp:[[#@LINE-15]]:{{[0-9]+}}: note: 'job' is moved here, to the thread that is started there{{$}}
// CHECK: {{^}}{{.*}}thread.cpp:[[#@LINE-15]]:{{[0-9]+}}: note: use it before it is moved, or share it: std::shared_ptr{{$}}
