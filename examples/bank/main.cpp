#include "audit.h"
#include "ledger.h"
#include "rates.h"
#include "teller.h"

#include <cstdio>
#include <string>
#include <thread>
#include <vector>

int main(int argc, char **argv) {
  int customers = argc > 1 ? std::stoi(argv[1]) : 100;

  AuditLog audit;
  Ledger ledger(audit);
  Rates rates;
  for (int account = 0; account < 8; ++account)
    ledger.open(account, 100000);

  std::vector<std::thread> tellers;
  for (int counter = 0; counter < 3; ++counter)
    tellers.emplace_back(
        [&, counter] { serve(ledger, rates, counter, customers); });
  std::thread office([&] {
    for (double rate : {1.08, 1.09, 1.07})
      rates.update("EUR", rate);
  });
  std::thread auditor([&] {
    if (!audit.reconcile(ledger, 800000))
      std::puts("the books do not match");
  });

  for (std::thread &teller : tellers)
    teller.join();
  office.join();
  auditor.join();
  if (ledger.balance(7) < 100)
    ledger.close(7, 0);
  std::printf("%ld customers, %zu entries, %ld cents left\n", g_served,
              audit.size(), ledger.total());
}
