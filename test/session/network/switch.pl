#!/usr/bin/perl
# An Ethernet switch in user space: one TAP device for each port, with delay, loss, a rate and cuts between ports. For kernels
# without netem. In Perl, because a bare Debian has that and nothing else that can call TUNSETIFF.
#
#   perl switch.pl PREFIX COUNT     makes the devices PREFIX0 …, prints "ready", then reads commands from stdin, one a line:
#     shape DELAY_MS LOSS RATE      one way, for every packet; LOSS 0 to 1; RATE in bytes a second from each port, 0 for any
#     group 0,1 2,3                 only ports of one group reach each other
#     heal                          all ports reach each other
#     strays                        prints what was meant for addresses that no port has, and for groups, each with how often
#     counts                        prints packets and bytes forwarded so far, and packets lost
use strict;
use warnings;

my ($prefix, $count) = @ARGV;
my $TUNSETIFF = 0x400454ca;
my $TAP_NO_INFO = 0x1002;
my $FLOOD = "\xff\xff\xff\xff\xff\xff";

my @ports;
for my $i (0 .. $count - 1) {
  open(my $tap, '+<', '/dev/net/tun') or die "no /dev/net/tun: $!\n";
  ioctl($tap, $TUNSETIFF, pack('a16 s x22', "$prefix$i", $TAP_NO_INFO)) or die "no TAP device: $!\n";
  binmode $tap;
  push @ports, $tap;
}

my ($delay, $loss, $rate) = (0, 0, 0);
my @group = (0) x $count;
my (%port_of, @queue, @free_at, %strays, %groups);
my ($packets, $bytes, $lost) = (0, 0, 0);
$| = 1;
print "ready\n";

# Seconds since some moment, to the microsecond: Time::HiRes is in no bare Debian.
sub now {
  my $time = pack('q q', 0, 0);
  my $number = `uname -m` =~ /x86_64/ ? 228 : 113 unless our $clock;
  $clock ||= $number;
  syscall($clock, 1, $time);
  my ($seconds, $nanoseconds) = unpack('q q', $time);
  return $seconds + $nanoseconds / 1e9;
}

sub deliver {
  my ($to, $packet) = @_;
  syswrite($ports[$to], $packet);
  $packets++;
  $bytes += length $packet;
}

# Somebody who looks for an address that is nowhere has nothing else to send there: the question counts.
sub note_stray {
  my ($type, $packet) = (unpack('n', substr($_[0], 12, 2)), $_[0]);
  if ($type == 0x86dd) {
    my $to = join ':', unpack('(H4)8', substr($packet, 38, 16));
    if ($to =~ /^f(f|e80)/) { $groups{$to}++ } else { $strays{$to}++ }
    return;
  }
  return unless $type == 0x0800 || $type == 0x0806;
  my @to = unpack('C4', substr($packet, $type == 0x0800 ? 30 : 38, 4));
  my $to = join '.', @to;
  if ($to[0] >= 224 || $to eq '192.0.2.255') { $groups{$to}++ }
  elsif ($to !~ /^192\.0\.2\./ || $to[3] < 1 || $to[3] > $count) { $strays{$to}++ }
}

sub forward {
  my ($from, $packet) = @_;
  note_stray($packet);
  $port_of{substr($packet, 6, 6)} = $from;
  my $known = $port_of{substr($packet, 0, 6)};
  my @to = defined $known ? ($known) : grep { $_ != $from } 0 .. $count - 1;
  for my $to (@to) {
    next if $to == $from;
    if ($group[$from] != $group[$to] || ($loss > 0 && rand() < $loss)) { $lost++; next }
    if ($delay == 0 && $rate == 0) { deliver($to, $packet); next }
    my $start = now();
    if ($rate > 0) {
      $start = $free_at[$from] if ($free_at[$from] // 0) > $start;
      if ($start - now() > 0.5) { $lost++; next }    # half a second of queue, as a home router has
      $free_at[$from] = $start += length($packet) / $rate;
    }
    push @queue, [$start + $delay, $to, $packet];
  }
}

sub obey {
  my ($name, @rest) = split ' ', $_[0];
  return unless defined $name;
  if ($name eq 'shape') { ($delay, $loss, $rate) = ($rest[0] / 1000, $rest[1], $rest[2]) }
  elsif ($name eq 'heal') { @group = (0) x $count }
  elsif ($name eq 'group') {
    for my $g (0 .. $#rest) { $group[$_] = $g for split /,/, $rest[$g] }
  }
  elsif ($name eq 'strays') {
    print join(' ', 'strays', (map { "$_=$strays{$_}" } sort keys %strays), '|', (map { "$_=$groups{$_}" } sort keys %groups)), "\n";
    return;
  }
  elsif ($name eq 'counts') { print "counts $packets $bytes $lost\n"; return }
  print "done\n";
}

my $typed = '';
while (1) {
  my $want = '';
  vec($want, fileno($_), 1) = 1 for @ports, \*STDIN;
  my $wait = @queue ? $queue[0][0] - now() : undef;
  $wait = 0 if defined $wait && $wait < 0;
  select(my $ready = $want, undef, undef, $wait);
  for my $i (0 .. $count - 1) {
    next unless vec($ready, fileno($ports[$i]), 1);
    my $size = sysread($ports[$i], my $packet, 65536);
    forward($i, $packet) if $size;
  }
  if (vec($ready, fileno(STDIN), 1)) {
    my $size = sysread(STDIN, $typed, 4096, length $typed);
    exit 0 unless $size;
    obey($1) while $typed =~ s/^([^\n]*)\n//;
  }
  # Of one delay all are in order; where it was just changed, a packet may wait for one before it.
  my $time = @queue ? now() : 0;
  while (@queue && $queue[0][0] <= $time) { my (undef, $to, $packet) = @{shift @queue}; deliver($to, $packet) }
}
