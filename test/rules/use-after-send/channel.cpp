// RUN: not %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// A channel of the user's own: an owning pointer, a string, a class; by value
// and by reference.
#include <deque>
#include <memory>
#include <mutex>
#include <string>
struct Mail {
  int id = 0;
  std::string body;
};
void log(const std::string &);
void show(int);
template <class T> class Channel {
public:
  void send(T v) {
    std::lock_guard<std::mutex> lock(mu_);
    waiting_.push_back(std::move(v));
  }
  void put(T &&v) {
    std::lock_guard<std::mutex> lock(mu_);
    waiting_.push_back(std::move(v));
  }

private:
  std::mutex mu_;
  std::deque<T> waiting_;
};
static Channel<std::unique_ptr<Mail>> outbox;
static Channel<std::string> lines;
static Channel<Mail> mails;
void pointer() {
  auto mail = std::make_unique<Mail>();
  outbox.send(std::move(mail));
  show(mail->id);
}
void text() {
  std::string line = "x";
  lines.put(std::move(line));
  log(line);
}
void object() {
  Mail mail;
  mails.send(std::move(mail));
  log(mail.body);
}
void twice() {
  std::string line = "x";
  lines.send(std::move(line));
  lines.send(std::move(line));
}

// CHECK: {{^}}{{.*}}channel.cpp:[[#@LINE-18]]:{{[0-9]+}}: warning: 'mail' is used here after it was moved to another thread [fearless-use-after-send]{{$}}
// CHECK: {{^}}{{.*}}channel.cpp:[[#@LINE-20]]:{{[0-9]+}}: note: 'mail' is moved here, to another thread{{$}}
// CHECK: {{^}}{{.*}}channel.cpp:[[#@LINE-20]]:{{[0-9]+}}: note: take what is needed from 'mail' before it is moved, or give it a new value{{$}}
// CHECK: {{^}}{{.*}}channel.cpp:[[#@LINE-16]]:{{[0-9]+}}: warning: 'line' is used here after it was moved to another thread [fearless-use-after-send]{{$}}
// CHECK: {{^}}{{.*}}channel.cpp:[[#@LINE-18]]:{{[0-9]+}}: note: 'line' is moved here, to another thread{{$}}
// CHECK: {{^}}{{.*}}channel.cpp:[[#@LINE-18]]:{{[0-9]+}}: note: take what is needed from 'line' before it is moved, or give it a new value{{$}}
// CHECK: {{^}}{{.*}}channel.cpp:[[#@LINE-14]]:{{[0-9]+}}: warning: 'mail' is used here after it was moved to another thread [fearless-use-after-send]{{$}}
// CHECK: {{^}}{{.*}}channel.cpp:[[#@LINE-16]]:{{[0-9]+}}: note: 'mail' is moved here, to another thread{{$}}
// CHECK: {{^}}{{.*}}channel.cpp:[[#@LINE-16]]:{{[0-9]+}}: note: take what is needed from 'mail' before it is moved, or give it a new value{{$}}
// CHECK: {{^}}{{.*}}channel.cpp:[[#@LINE-12]]:{{[0-9]+}}: warning: 'line' is used here after it was moved to another thread [fearless-use-after-send]{{$}}
// CHECK: {{^}}{{.*}}channel.cpp:[[#@LINE-14]]:{{[0-9]+}}: note: 'line' is moved here, to another thread{{$}}
// CHECK: {{^}}{{.*}}channel.cpp:[[#@LINE-14]]:{{[0-9]+}}: note: take what is needed from 'line' before it is moved, or give it a new value{{$}}
