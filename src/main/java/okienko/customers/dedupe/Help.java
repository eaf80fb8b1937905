package okienko.customers.dedupe;

/** What {@code --help} prints. */
final class Help {

    static final String TEXT = """
            okienko customers dedupe FILE.csv --out clusters.csv   finds the records of one and the same customer

            Needs no server and no database. Writes record_id,cluster_id: records of one cluster are one customer; the
            cluster is named by its first record. Exit 0, or 2 where an argument or the file cannot be used.

            FILE is CSV in UTF-8, separated by comma, semicolon or tab. Columns are known by their headings, in Polish,
            English, German and Russian; any of these may be missing, and others are passed over:
              record_id, channel, created_at, buyer_login, first_name, last_name, full_name, company, nip, email, phone,
              street, house_number, address_2, postal_code, city, region, country, pickup_point, birth_date, birth_year,
              birth_month, birth_day, national_id, occupation

            Options
              --out FILE     where the clusters go; else to standard output
              --pairs FILE   also writes every pair that is certainly or probably one customer, with what speaks for and
                             against it in bits (log2 of the odds): CERTAIN from 12 bits, PROBABLE from 3
              --map MAP      what a column is where its heading does not tell: COLUMN=FIELD,COLUMN=FIELD; - leaves one out
                             FEBRL:  --map rec_id=record_id,given_name=first_name,surname=last_name,
                                     street_number=house_number,address_1=street,suburb=city,soc_sec_id=national_id
                             Splink: --map unique_id=record_id,surname=last_name,dob=birth_date
              --help         this text
            """;

    private Help() {}
}
