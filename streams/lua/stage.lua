-- Put the next events of a bundle aside, under the ids they have. Once, however often it is asked.
--
-- KEYS 1 staged  stream  the events so far; forgotten by itself if nobody goes on
-- ARGV id of the last event that is there already ('' = none), seconds to keep them,
--      { id, request, json }
-- Returns 'staged', or 'gone': what was there before is not any more.
local staged, before, keep = KEYS[1], ARGV[1], ARGV[2]
local newest = redis.call('XREVRANGE', staged, '+', '-', 'COUNT', 1)[1]
local last = newest and newest[1] or ''
if last == ARGV[#ARGV - 2] then return 'staged' end
if last ~= before then return 'gone' end
for at = 3, #ARGV, 3 do
  redis.call('XADD', staged, ARGV[at], 'request', ARGV[at + 1], 'e', ARGV[at + 2])
end
redis.call('EXPIRE', staged, keep)
return 'staged'
