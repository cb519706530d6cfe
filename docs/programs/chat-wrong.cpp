// A message that points to what is its sender's: when it is read, the sender
// may have ended, or have written the next one there.
// error: is_not_Send<.*char.*\*, Message>
#include <fearless/channel.h>
#include <fearless/thread.h>

#include <string>
#include <utility>

struct Message {
  int number = 0;
  const char *text = nullptr;
};

int main() {
  auto [door, room] = fearless::channel<Message>();
  const auto talker = fearless::spawn([door = std::move(door)] {
    for (int i = 0; i < 100; ++i) {
      const std::string text = "hello " + std::to_string(i);
      if (!door.send({i, text.c_str()}))
        return;
    }
  });
  for (const auto &message : room)
    if (std::string("hello ") != message.text)
      return 1;
}
