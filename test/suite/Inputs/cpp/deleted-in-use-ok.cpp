// The spell checker's thread is joined before the document is deleted.
#include <string>
#include <thread>

struct Document {
  std::string text = "It was a dark and stormy night";
  int mistakes = 0;
};

static void check(const Document *document, int *found) {
  for (char c : document->text)
    *found += c == 'x';
}

int main() {
  Document *document = new Document;
  int found = 0;
  std::thread checker(check, document, &found);
  checker.join();
  delete document;
  return found;
}
