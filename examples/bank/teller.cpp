#include "teller.h"

#include "ledger.h"
#include "rates.h"

long g_served = 0;

void serve(Ledger &ledger, const Rates &rates, int counter, int customers) {
  for (int i = 0; i < customers; ++i) {
    int account = (counter + i) % 8;
    long cents = static_cast<long>(rates.quote("EUR") * 100);
    if (!ledger.transfer(account, (account + 1) % 8, cents))
      ledger.withdraw(account, cents / 2);
    ++g_served;
  }
}
