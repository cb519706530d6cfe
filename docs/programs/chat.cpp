// Many talk, one listens: a channel with a sender for each who talks.
#include <fearless/channel.h>
#include <fearless/thread.h>

#include <map>
#include <string>
#include <utility>
#include <vector>

using fearless::JoinHandle;
using fearless::Sender;

struct Message {
  std::string from;
  int number = 0;
  std::string text;
};

void talk(const std::string &name, const Sender<Message> &room) {
  for (int i = 0; i < 100; ++i)
    if (!room.send({name, i, "hello from " + name}))
      return; // the room is closed
}

std::vector<JoinHandle<void>> enter(const std::vector<std::string> &names,
                                    Sender<Message> room) {
  std::vector<JoinHandle<void>> people;
  for (const auto &name : names)
    people.push_back(fearless::spawn([name, room] { talk(name, room); }));
  return people;
} // this sender goes: the room is left to the people

int main() {
  auto [door, room] = fearless::channel<Message>();
  const auto people = enter({"Ada", "Bjarne", "Grace"}, std::move(door));

  std::map<std::string, int> heard;
  for (const auto &message : room) // until the last has left
    if (message.number != heard[message.from]++)
      return 1; // what one says arrives in order
  return heard.size() == 3 && heard["Grace"] == 100 ? 0 : 1;
}
