// The buffer is moved into the thread, but the giver keeps a raw pointer and
// goes on writing.
#include <memory>
#include <string>
#include <thread>

struct Buffer {
  std::string text;
  bool sealed = false;
};

static void send(std::unique_ptr<Buffer> buffer) {
  if (!buffer->sealed)    // RACE
    buffer->text += '\n'; // RACE
}

int main() {
  auto buffer = std::make_unique<Buffer>();
  Buffer *raw = buffer.get();
  raw->text = "hello";
  std::thread sender(send, std::move(buffer));
  raw->sealed = true; // RACE
  sender.join();
}
