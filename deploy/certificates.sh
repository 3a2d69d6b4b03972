#!/bin/sh
# Makes what the parts of Gangway prove to each other who they are with: an authority of its own, trusted by nobody else, and for
# each part a key and a certificate of 90 days.
#   deploy/certificates.sh [DIRECTORY]        default: certificates
# Run it again to renew: the authority stays, everything else is made anew; then restart the parts one after the other.
# Keep ca.key elsewhere afterwards. What people see is no matter of this: the balancer's own certificate is a public one.
set -eu
umask 077
directory=${1:-certificates}
mkdir -p "$directory"
cd "$directory"

key() {
    openssl genpkey -quiet -algorithm EC -pkeyopt ec_paramgen_curve:P-256 -out "$1.key"
}

# part, common name, names as which it is reached (or -), what it may be used for
part() {
    key "$1"
    {
        echo "basicConstraints=critical,CA:false"
        echo "keyUsage=critical,digitalSignature"
        echo "extendedKeyUsage=$4"
        [ "$3" = - ] || echo "subjectAltName=$3"
    } > "$1.ext"
    openssl req -new -key "$1.key" -subj "/CN=$2" |
        openssl x509 -req -CA ca.crt -CAkey ca.key -CAcreateserial -days 90 -extfile "$1.ext" -out "$1.crt" 2> /dev/null
    # The driver of the database reads keys in this form only.
    openssl pkcs8 -topk8 -nocrypt -in "$1.key" -outform DER -out "$1.pk8"
    cat "$1.crt" "$1.key" > "$1.pem"
    rm "$1.ext"
}

if [ ! -f ca.key ]; then
    key ca
    openssl req -x509 -new -key ca.key -subj "/CN=Gangway inside" -days 3650 -out ca.crt \
        -addext basicConstraints=critical,CA:true,pathlen:0 -addext keyUsage=critical,keyCertSign,cRLSign
fi
part database database "DNS:database,DNS:localhost" serverAuth
part replica replica "DNS:replica-one,DNS:replica-two,DNS:localhost" serverAuth
part balancer balancer - clientAuth
# Accounts of the database are known by these names (deploy/pg_hba.conf).
part gangway_server gangway_server - clientAuth
part gangway_owner gangway_owner - clientAuth

# Each file is mounted by itself into a container whose user is another one; on this machine the directory keeps everybody out.
chmod 644 ./*
# The driver of the database refuses keys that others may read: these belong to the user of the container, see deploy/tls.yml.
chmod 600 ca.key ./*.pk8
chmod 700 .
