// A lock is let go on the thread that took it.
// error: is_not_Send<std::lock_guard<std::mutex>
#include <fearless/channel.h>

#include <memory>
#include <mutex>

struct Message {
  int number;
#ifndef RIGHT
  std::unique_ptr<std::lock_guard<std::mutex>> hold;
#endif
};

int main() {
  auto [sender, receiver] = fearless::channel<Message>();
  return sender.send(Message{}) ? 0 : 1;
}
