// The document is deleted while the spell checker's thread may still read it.
#include <string>
#include <thread>

struct Document {
  std::string text = "It was a dark and stormy night";
  int mistakes = 0;
};

static void check(const Document *document, int *found) {
  for (char c : document->text) // RACE
    *found += c == 'x';         // RACE
}

int main() {
  Document *document = new Document;
  int found = 0;
  std::thread checker(check, document, &found);
  delete document; // RACE
  checker.join();
  return found;
}
