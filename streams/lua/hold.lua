-- Renew the leases of entries that are still held by this very delivery, without counting one.
--
-- KEYS 1..n stream  the entry's work stream;  n+1..2n hash  the entry's request
-- ARGV consumer, n { group, entry, delivery }
-- Returns for each entry 'held', 'lost' (another has it), or the status its request ended with.
local consumer, n = ARGV[1], tonumber(ARGV[2])
local answers = {}
for i = 1, n do
  local group, entry = ARGV[3 * i], ARGV[3 * i + 1]
  local delivery = tonumber(ARGV[3 * i + 2])
  local row = redis.pcall('XPENDING', KEYS[i], group, entry, entry, 1)
  if row.err or not row[1] or row[1][2] ~= consumer or row[1][4] ~= delivery then
    answers[i] = 'lost'
  else
    redis.call('XCLAIM', KEYS[i], group, consumer, 0, entry, 'JUSTID')
    local status = redis.call('HGET', KEYS[n + i], 'status')
    answers[i] = (status and status ~= 'accepted') and status or 'held'
  end
end
return answers
