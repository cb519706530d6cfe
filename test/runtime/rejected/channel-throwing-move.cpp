// A value that throws while it is moved would leave a hole in the queue.
// error: what a channel carries is moved without an exception
#include <fearless/channel.h>

#include <utility>

struct Message {
  Message() = default;
#ifdef RIGHT
  Message(Message &&) noexcept {}
#else
  Message(Message &&) {}
#endif
};

int main() { (void)fearless::channel<Message>(); }
