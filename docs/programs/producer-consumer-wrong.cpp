// The producer looks at the batch again, which it has given away.
#include <fearless/channel.h>
#include <fearless/thread.h>

#include <iostream>
#include <utility>
#include <vector>

using fearless::Sender;

using Batch = std::vector<int>;

void produce(int batches, Sender<Batch> out) {
  std::size_t produced = 0;
  for (int i = 0; i < batches; ++i) {
    Batch batch(10, i);
    if (!out.send(std::move(batch)))
      return;
    produced += batch.size(); // reported: use-after-send
  }
  std::cout << produced << " produced\n";
}

int main() {
  auto [out, in] = fearless::channel<Batch>(4);
  const auto producer = fearless::spawn(produce, 100, std::move(out));

  std::size_t consumed = 0;
  for (const Batch &batch : in)
    consumed += batch.size();
  std::cout << consumed << " consumed\n";
}
