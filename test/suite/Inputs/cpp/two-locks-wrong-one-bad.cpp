// The class has one mutex for input and one for output; one method takes the
// wrong one.
#include <mutex>
#include <thread>
#include <vector>

class Channel {
public:
  void receive(char c) {
    std::lock_guard<std::mutex> hold(inputLock);
    input.push_back(c);
  }
  void send(char c) {
    std::lock_guard<std::mutex> hold(outputLock);
    output.push_back(c); // RACE
  }
  size_t pendingInput() {
    std::lock_guard<std::mutex> hold(inputLock);
    return input.size();
  }
  void flush() {
    std::lock_guard<std::mutex> hold(inputLock);
    output.clear(); // RACE
  }

private:
  std::mutex inputLock, outputLock;
  std::vector<char> input, output;
};

int main() {
  Channel channel;
  std::thread sender([&channel] {
    for (int i = 0; i < 100; ++i)
      channel.send('x');
  });
  std::thread receiver([&channel] {
    for (int i = 0; i < 100; ++i)
      channel.receive('y');
  });
  while (channel.pendingInput() < 50)
    channel.flush();
  sender.join();
  receiver.join();
}
