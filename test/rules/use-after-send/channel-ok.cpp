// RUN: %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --allow-empty --implicit-check-not=warning: --implicit-check-not=error:
// What is needed is taken before; a new value comes after; a test; copies; a
// queue that may be full.
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
  bool tryPut(T &&v) {
    std::lock_guard<std::mutex> lock(mu_);
    if (waiting_.size() > 8)
      return false;
    waiting_.push_back(std::move(v));
    return true;
  }

private:
  std::mutex mu_;
  std::deque<T> waiting_;
};
static Channel<std::unique_ptr<Mail>> outbox;
static Channel<std::string> lines;
static Channel<Mail> mails;
void before() {
  auto mail = std::make_unique<Mail>();
  int id = mail->id;
  outbox.send(std::move(mail));
  show(id);
}
void renewed() {
  auto mail = std::make_unique<Mail>();
  outbox.send(std::move(mail));
  mail = std::make_unique<Mail>();
  show(mail->id);
  outbox.send(std::move(mail));
  mail.reset(new Mail);
  show(mail->id);
  std::string line = "x";
  lines.send(std::move(line));
  line.clear();
  line += "y";
  log(line);
}
void tested() {
  auto mail = std::make_unique<Mail>();
  outbox.send(std::move(mail));
  if (!mail)
    log("gone");
}
void full() {
  auto mail = std::make_unique<Mail>();
  while (!outbox.tryPut(std::move(mail)))
    show(mail->id);
}
void rounds() {
  for (int i = 0; i < 3; ++i) {
    auto mail = std::make_unique<Mail>();
    show(mail->id);
    outbox.send(std::move(mail));
  }
}
void branches(bool now) {
  std::string line = "x";
  if (now)
    lines.send(std::move(line));
  else
    log(line);
}
void copy() {
  Mail mail;
  mails.send(mail);
  log(mail.body);
}
