// The buffer is moved into the thread, and the giver touches it only before.
#include <memory>
#include <string>
#include <thread>

struct Buffer {
  std::string text;
  bool sealed = false;
};

static void send(std::unique_ptr<Buffer> buffer) {
  if (!buffer->sealed)
    buffer->text += '\n';
}

int main() {
  auto buffer = std::make_unique<Buffer>();
  Buffer *raw = buffer.get();
  raw->text = "hello";
  raw->sealed = true;
  std::thread sender(send, std::move(buffer));
  sender.join();
}
